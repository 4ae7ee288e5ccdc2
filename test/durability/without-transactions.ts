import Database from 'better-sqlite3';

/** For controls: from here on libraries know no transactions, each statement is committed by itself. */
export function withoutTransactions(): void {
  const torn = (work: (...args: unknown[]) => unknown) =>
    Object.assign((...args: unknown[]) => work(...args), { immediate: work });
  Database.prototype.transaction = torn as unknown as Database.Database['transaction'];
}
