import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

/** The browser's side: one entry a behaviour, and the site's stylesheet with its fonts. */
const behaviours = readdirSync('src/behaviours')
  .filter((file) => /^[a-z-]+\.ts$/.test(file))
  .map((file): [string, string] => [file.replace(/\.ts$/, ''), `src/behaviours/${file}`]);

export default defineConfig({
  publicDir: false,
  base: '/site/',
  build: {
    outDir: 'dist/browser',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: false,
    rollupOptions: {
      input: { ...Object.fromEntries(behaviours), style: 'src/web/styles/style.css' },
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
});
