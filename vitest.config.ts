import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    passWithNoTests: false,
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'threads',
    // .ci/run counts from the report.
    reporters: process.env['CI']
      ? ['default', ['json', {outputFile: process.env['POLICY_REPORT'] ?? 'coverage/tests.json'}]]
      : ['default'],
  },
})
