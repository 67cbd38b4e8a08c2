export { type Asset, type AssetHash, isActive } from './asset.ts';
export { createFolderStore, type FileStore, type Staging } from './file-store.ts';
export { mediaTypeOf, sniffed_bytes } from './media-type.ts';
export { readStart } from './read-start.ts';
export { findAsset, listKnownHashes, recordAssets } from './record-assets.ts';
export { redrawPicture } from './redraw-picture.ts';
