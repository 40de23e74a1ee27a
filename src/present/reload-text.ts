/** What loading a corpus again brought, in one line for the operator. */
export interface Reload {
  readonly articles: number;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  /** How long it took. */
  readonly seconds: number;
}

export function describeReload({ articles, added, changed, withdrawn, seconds }: Reload): string {
  const whole = `${String(articles)} ${articles === 1 ? "article" : "articles"}`;
  return `The corpus was loaded again in ${seconds.toFixed(1)} s: ${String(added)} added, ${String(changed)} changed, ${String(withdrawn)} withdrawn; ${whole} now.`;
}
