export function NewJobButton() {
  return null;
}
