package org.valida.fix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of Windows-1252 (which holds all letters of ISO-8859-1) as UTF-8. What is UTF-8 already
 * passes as it is: such files come from exports that were joined. So do the five bytes that
 * Windows-1252 leaves open.
 */
final class RecodedStream extends RewritingStream {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int LONGEST = 4;

  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private boolean ended;
  private byte[] pending = {};
  private int handed;

  RecodedStream(InputStream document) {
    super(document);
  }

  @Override
  int rewrite(byte[] bytes, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      if (handed < pending.length) {
        bytes[offset + count++] = pending[handed++];
      } else if (!fill()) {
        break;
      } else if (buffer[from] >= 0) {
        bytes[offset + count++] = buffer[from++];
      } else {
        character();
      }
    }
    return count == 0 ? -1 : count;
  }

  private void character() {
    int length = lengthOfUtf8();
    if (length > 0) {
      pending = java.util.Arrays.copyOfRange(buffer, from, from + length);
      from += length;
    } else {
      byte[] one = {buffer[from++]};
      var text = new String(one, WINDOWS_1252);
      pending = text.equals("\uFFFD") ? one : text.getBytes(StandardCharsets.UTF_8);
    }
    handed = 0;
  }

  /** How many bytes the UTF-8 character takes that begins here, 0 if none does. */
  private int lengthOfUtf8() {
    int first = buffer[from] & 0xFF;
    int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || to - from < length) {
      return 0;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, from, length));
      return length;
    } catch (CharacterCodingException e) {
      return 0;
    }
  }

  /** Whether there is a byte, with those of its character behind it. */
  private boolean fill() throws IOException {
    if (!ended && to - from < LONGEST) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
      while (!ended && to < buffer.length) {
        int count = in.read(buffer, to, buffer.length - to);
        ended = count < 0;
        to += Math.max(count, 0);
      }
    }
    return from < to;
  }
}
