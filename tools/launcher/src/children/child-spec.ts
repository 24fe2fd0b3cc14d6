/** One process of the product: how it is started, and how it says that it serves. */
export interface ChildSpec {
  name: string;
  command: string;
  args: readonly string[];
  cwd: string;
  environment: Readonly<Record<string, string>>;
  /** Answers below 500 when the process serves. */
  readyUrl: string;
}
