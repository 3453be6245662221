/** What `/users/:user` names: a number, or an e-mail. */
export function refOf(param: string | undefined): number | string {
  const text = param ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}
