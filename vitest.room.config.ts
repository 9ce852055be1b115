import { defineConfig } from 'vitest/config'

// The reading room in a real browser: apart from the other tests, because it needs one.
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ['test/room/**/*.room.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
