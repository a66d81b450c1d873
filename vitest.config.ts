import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    // A network is loaded in some tests, and CI has two cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
