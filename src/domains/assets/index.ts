export { type Asset, isActive } from './asset.ts';
export { cleanDrawing } from './clean-drawing.ts';
export { createFolderStore, type FileStore, type Staging } from './file-store.ts';
export { mediaTypeOf, sniffed_bytes } from './media-type.ts';
export { readStart } from './read-start.ts';
export { findAsset, recordAssets } from './record-assets.ts';
export { redrawPicture } from './redraw-picture.ts';
export { storeWithFiles } from './store-with-files.ts';
