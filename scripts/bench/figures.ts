export type Unit = 'ms' | 'kB' | '' | '%';

interface Figure {
  name: string;
  unit: Unit;
  values: number[];
}

/** Figures of several runs, each told as its median with the least and the most. */
export class Figures {
  #figures = new Map<string, Figure>();

  add(name: string, unit: Unit, value: number): void {
    const figure = this.#figures.get(name) ?? { name, unit, values: [] };
    figure.values.push(value);
    this.#figures.set(name, figure);
  }

  toJSON() {
    return [...this.#figures.values()].map(({ name, unit, values }) => {
      const sorted = [...values].sort((one, other) => one - other);
      return { name, unit, median: quantile(sorted, 0.5), least: sorted[0], most: sorted.at(-1), values };
    });
  }

  print(): void {
    for (const { name, unit, median, least = 0, most = 0 } of this.toJSON()) {
      console.info(
        `| ${name.padEnd(66)} | ${told(median, unit).padStart(9)} | ${told(least, '')}–${told(most, unit)} |`,
      );
    }
  }
}

/** @param sorted rising */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function told(value: number, unit: Unit): string {
  const digits = value !== 0 && Math.abs(value) < 1 ? 3 : unit === 'kB' ? 1 : 0;
  return `${value.toFixed(digits)}${unit && ` ${unit}`}`;
}
