/** `2024-03-01`; with a time of day `2024-03-01T12:30:00`. Dates in files have no zone: they are kept as UTC. */
export function isoDate(date: { toISOString(): string; getTime(): number }): string {
  if (Number.isNaN(date.getTime())) return '#DATE!';
  const [day = '', time = ''] = date.toISOString().split('T');
  const shown = time.replace(/(?:\.000)?Z$/, '');
  return shown === '00:00:00' ? day : `${day}T${shown}`;
}
