/** What a unit measures, and how much one of it is in metres, kilograms or square metres. */
export interface Measure {
  readonly dimension: 'length' | 'weight' | 'area'
  readonly size: number
}

/** The measure of a unit as number phrases spell it: "km", "mile"; undefined for what is no measure that can be turned into another. */
export function measureOf(unit: string | null): Measure | undefined {
  return measures.get(unit ?? '')
}

const measures: ReadonlyMap<string, Measure> = new Map([
  ['km', { dimension: 'length', size: 1000 }],
  ['m', { dimension: 'length', size: 1 }],
  ['cm', { dimension: 'length', size: 0.01 }],
  ['mile', { dimension: 'length', size: 1609.34 }],
  ['yard', { dimension: 'length', size: 0.9144 }],
  ['foot', { dimension: 'length', size: 0.3048 }],
  ['inch', { dimension: 'length', size: 0.0254 }],
  ['kg', { dimension: 'weight', size: 1 }],
  ['pound', { dimension: 'weight', size: 0.4536 }],
  ['hectare', { dimension: 'area', size: 10_000 }],
  ['acre', { dimension: 'area', size: 4046.86 }],
])
