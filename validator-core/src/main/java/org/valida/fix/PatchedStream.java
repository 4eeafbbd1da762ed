package org.valida.fix;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * A document with its repairs made, while it is read. Fails where the bytes to be replaced are no
 * longer those that the repair was made for.
 */
final class PatchedStream extends RewritingStream {

  private final List<Repair> repairs;
  private int next;
  private long position;
  private byte[] replacement = {};
  private int replaced;

  PatchedStream(InputStream document, List<Repair> repairs) {
    super(document);
    this.repairs = repairs;
  }

  @Override
  int rewrite(byte[] bytes, int offset, int length) throws IOException {
    while (replaced == replacement.length && next < repairs.size() && atRepair()) {
      replace(repairs.get(next++));
    }
    if (replaced < replacement.length) {
      int count = Math.min(length, replacement.length - replaced);
      System.arraycopy(replacement, replaced, bytes, offset, count);
      replaced += count;
      return count;
    }
    long most = next < repairs.size() ? repairs.get(next).offset() - position : Long.MAX_VALUE;
    int count = in.read(bytes, offset, (int) Math.min(length, most));
    position += Math.max(count, 0);
    return count;
  }

  private boolean atRepair() {
    return repairs.get(next).offset() == position;
  }

  private void replace(Repair repair) throws IOException {
    byte[] original = in.readNBytes(repair.original().length);
    if (!Arrays.equals(original, repair.original())) {
      throw new ChangedException();
    }
    position = repair.end();
    replacement = repair.replacement();
    replaced = 0;
  }
}
