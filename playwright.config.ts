import { defineConfig } from '@playwright/test'

// The stories start the program themselves (tests/support/launch-app.ts), each on a data folder of its own.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
})
