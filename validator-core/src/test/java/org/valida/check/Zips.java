package org.valida.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final Bytes files = new Bytes();
    private final Bytes table = new Bytes();
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
      files.four(0x04034B50).two(20).two(flags).two(method).four(0).four(checksum.getValue());
      files.four(content.length).four(content.length).two(name.length).two(0);
      files.writeBytes(name);
      files.writeBytes(content);
      table.four(0x02014B50).two(45).two(45).two(flags).two(method).four(0);
      table.four(checksum.getValue()).four(large ? -1 : content.length);
      table.four(large ? -1 : content.length + more).two(name.length).two(large ? 28 : 0);
      table.two(0).two(0).two(0).four(0).four(large ? -1 : offset);
      table.writeBytes(name);
      if (large) {
        table.two(1).two(24).eight(content.length + more).eight(content.length).eight(offset);
      }
      count++;
      return this;
    }

    Odd entry(String name, String content) {
      return entry(utf8(name), utf8(content));
    }

    byte[] bytes() {
      var all = new Bytes();
      all.writeBytes(files.toByteArray());
      all.writeBytes(table.toByteArray());
      if (large) {
        long end = all.size();
        all.four(0x06064B50).eight(44).two(45).two(45).four(0).four(0).eight(count).eight(count);
        all.eight(table.size()).eight(files.size());
        all.four(0x07064B50).four(0).eight(end).four(1);
      }
      all.four(0x06054B50).four(0).two(large ? -1 : count).two(large ? -1 : count);
      all.four(large ? -1 : table.size()).four(large ? -1 : files.size()).two(0);
      return all.toByteArray();
    }
  }

  /** Numbers with their lowest byte first. */
  private static final class Bytes extends ByteArrayOutputStream {
    private Bytes number(long number, int length) {
      for (int i = 0; i < length; i++) {
        write((int) (number >>> (8 * i)));
      }
      return this;
    }

    Bytes two(long number) {
      return number(number, 2);
    }

    Bytes four(long number) {
      return number(number, 4);
    }

    Bytes eight(long number) {
      return number(number, 8);
    }
  }
}
