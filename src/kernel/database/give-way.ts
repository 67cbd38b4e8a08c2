import os from 'node:os';
import type pg from 'pg';

/** Far behind what serves pages, and still going on when the machine is full. */
const niceness = 15;

/**
 * Puts the server's process behind this connection after all others of the machine, for as long as it is open: what
 * may wait a moment shall not make pages wait. Not for work that locks others out: they would wait with it. Only for a
 * server of ours on this machine, whose processes have these numbers; where the system does not allow it, nothing changes.
 */
export function giveWay(client: pg.ClientBase): void {
  const { processID } = client as { readonly processID?: number | null };
  if (!processID) return;
  try {
    os.setPriority(processID, niceness);
  } catch {
    // The server runs as somebody else, whose processes are not ours to order.
  }
}
