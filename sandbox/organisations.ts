export interface Organisation {
  id: number;
  name: string;
  parent?: number;
}

export const EXAMPLE_INDUSTRIES = 5120;
export const NORDIC = 5131;
export const IBERIA = 5132;
export const RESELLER = 4001;
export const UNRELATED = 6204;

const ORGANISATIONS: Organisation[] = [
  { id: RESELLER, name: 'Example Reseller' },
  { id: EXAMPLE_INDUSTRIES, name: 'Example Industries', parent: RESELLER },
  { id: NORDIC, name: 'Example Industries Nordic', parent: EXAMPLE_INDUSTRIES },
  { id: IBERIA, name: 'Example Industries Ibérica', parent: EXAMPLE_INDUSTRIES },
  { id: UNRELATED, name: 'Unrelated Trading' },
];

const byId = new Map(ORGANISATIONS.map((organisation) => [organisation.id, organisation]));

export function organisationName(id: number): string {
  return byId.get(id)?.name ?? `Organisation ${id}`;
}

/** By number or by name, in any case. Undefined when there is none. */
export function findOrganisation(idOrName: string | number): Organisation | undefined {
  const wanted = String(idOrName).toLowerCase();
  return ORGANISATIONS.find(({ id, name }) => String(id) === wanted || name.toLowerCase() === wanted);
}

/** A user is visible within the own organisation and its direct children. */
export function visibleFrom(id: number): Set<number> {
  return new Set([id, ...ORGANISATIONS.filter(({ parent }) => parent === id).map((child) => child.id)]);
}
