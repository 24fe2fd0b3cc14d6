export function NewJobButton(_props: { day?: string }) {
  return null;
}
