package org.valida.server.lote;

/** Bytes of memory that all bodies share. Thread-safe. */
final class Room {

  private long left;

  Room(long bytes) {
    left = bytes;
  }

  /** Whether there was that much left, which is now taken. */
  synchronized boolean take(long bytes) {
    if (bytes > left) {
      return false;
    }
    left -= bytes;
    return true;
  }

  synchronized void giveBack(long bytes) {
    left += bytes;
  }
}
