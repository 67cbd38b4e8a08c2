import { assets } from './0001-assets.ts';

/** The steps of assets, in order. */
export const migrations = [assets];
