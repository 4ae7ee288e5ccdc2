/** The suites of the battery. Each reports at least one row, and holds a control that its harness must catch. */
export const suites: readonly string[] = [
  'test/durability/kill.test.ts',
  'test/durability/resume.test.ts',
  'test/durability/extend-kill.test.ts',
  'test/durability/add-kill.test.ts',
  'test/durability/import-kill.test.ts',
  'test/durability/worker-faults.test.ts',
  'test/durability/backup-kill.test.ts',
  'test/electron/store/library-model.test.ts',
  'test/electron/files/import-fuzz.test.ts',
  'test/electron/files/log-fuzz.test.ts',
  'test/contract/malformed-arguments.test.ts',
];
