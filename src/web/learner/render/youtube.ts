/** The id of a YouTube film in any of its addresses; null for anything else. */
export function youTubeIdOf(address: string): string | null {
  const found =
    /^(?:https?:)?\/\/(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com\/(?:embed\/|v\/|watch\?(?:[^#]*&)?v=)|youtu\.be\/)([\w-]{11})(?![\w-])/i.exec(
      address.trim(),
    );
  return found ? found[1]! : null;
}

/** YouTube's ids are eleven of these characters. */
export function isYouTubeId(id: string): boolean {
  return /^[\w-]{11}$/.test(id);
}
