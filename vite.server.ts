import { defineConfig } from 'vite';

/** The server and the command line as one build, so that start-up reads a few files and not a thousand. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node26',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: { main: 'src/main.ts', mooc: 'src/cli/mooc.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
