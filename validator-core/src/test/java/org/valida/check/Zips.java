package org.valida.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives for tests: the usual ones by Java's own writer, odd ones byte by byte. */
final class Zips {

  private Zips() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Names and contents in turn; deflated, sizes in data descriptors. */
  static byte[] zip(String... namesAndContents) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(utf8(namesAndContents[i + 1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** An archive in the making, of stored entries in which anything may be wrong. */
  static final class Odd {
    private final ByteArrayOutputStream files = new ByteArrayOutputStream();
    private final ByteArrayOutputStream table = new ByteArrayOutputStream();
    private int flags;
    private int method;
    private boolean large;
    private long more;
    private int count;

    /** Of the entries that follow. */
    Odd flags(int bits) {
      flags = bits;
      return this;
    }

    Odd method(int number) {
      method = number;
      return this;
    }

    /** Sizes and places of the entries that follow stand in the field of ZIP64. */
    Odd large() {
      large = true;
      return this;
    }

    /** The entries that follow say that they are so much longer than they are. */
    Odd sizeOffBy(long bytes) {
      more = bytes;
      return this;
    }

    Odd entry(byte[] name, byte[] content) {
      var checksum = new CRC32();
      checksum.update(content);
      int offset = files.size();
      var local = buffer(30).putInt(0x04034B50).putShort((short) 20).putShort((short) flags);
      local.putShort((short) method).putInt(0).putInt((int) checksum.getValue());
      local.putInt(content.length).putInt(content.length).putShort((short) name.length);
      files.writeBytes(local.putShort((short) 0).array());
      files.writeBytes(name);
      files.writeBytes(content);
      var extra = buffer(large ? 28 : 0);
      if (large) {
        extra.putShort((short) 1).putShort((short) 24).putLong(content.length + more);
        extra.putLong(content.length).putLong(offset);
      }
      var entry = buffer(46).putInt(0x02014B50).putShort((short) 45).putShort((short) 45);
      entry.putShort((short) flags).putShort((short) method).putInt(0);
      entry.putInt((int) checksum.getValue()).putInt(large ? -1 : content.length);
      entry.putInt(large ? -1 : (int) (content.length + more)).putShort((short) name.length);
      entry.putShort((short) extra.capacity()).putShort((short) 0).putShort((short) 0);
      entry.putShort((short) 0).putInt(0).putInt(large ? -1 : offset);
      table.writeBytes(entry.array());
      table.writeBytes(name);
      table.writeBytes(extra.array());
      count++;
      return this;
    }

    Odd entry(String name, String content) {
      return entry(utf8(name), utf8(content));
    }

    byte[] bytes() {
      var all = new ByteArrayOutputStream();
      all.writeBytes(files.toByteArray());
      all.writeBytes(table.toByteArray());
      if (large) {
        var end = buffer(76).putInt(0x06064B50).putLong(44).putShort((short) 45);
        end.putShort((short) 45).putInt(0).putInt(0).putLong(count).putLong(count);
        end.putLong(table.size()).putLong(files.size());
        end.putInt(0x07064B50).putInt(0).putLong(files.size() + (long) table.size()).putInt(1);
        all.writeBytes(end.array());
      }
      var end = buffer(22).putInt(0x06054B50).putInt(0).putShort((short) (large ? -1 : count));
      end.putShort((short) (large ? -1 : count)).putInt(large ? -1 : table.size());
      all.writeBytes(end.putInt(large ? -1 : files.size()).putShort((short) 0).array());
      return all.toByteArray();
    }

    private static ByteBuffer buffer(int length) {
      return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
