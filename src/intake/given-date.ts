import { isDay } from '../knowledge/printed-date.js'

/**
 * Whether a person's date of publication is EDTF that a report can be dated by: "2023-01-14", "2023-01", "2023-01-17~",
 * "2023-01-14T09:30", "2023-01-17/2023-01-20". Days that the calendar lacks are not.
 */
export function isPublicationDate(text: string): boolean {
  const parts = text.split('/')
  return parts.length <= 2 && parts.every(isPoint)
}

const point = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?[~?%]?$/

function isPoint(text: string): boolean {
  const match = point.exec(text)
  return match !== null && isDay(Number(match[1]), Number(match[2] ?? '1'), Number(match[3] ?? '1'))
}
