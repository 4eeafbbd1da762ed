package org.valida.fix;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * A document with its repairs made, while it is read. Fails where the bytes to be replaced are no
 * longer those that the repair was made for.
 */
final class PatchedStream extends FilterInputStream {

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
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
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

  @Override
  public long skip(long count) throws IOException {
    byte[] passed = new byte[(int) Math.min(count, 1 << 13)];
    return count <= 0 ? 0 : Math.max(read(passed, 0, passed.length), 0);
  }

  @Override
  public int available() {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
