package org.valida.check;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The table of contents of a zip file, ZIP64 included. Read here and not by {@code
 * java.util.zip.ZipFile}, which refuses a whole archive for one encrypted entry, finds entries by
 * name and so takes one of two for the other, never compares checksums, and loads a table of any
 * size.
 */
final class ZipDirectory {

  /** More entries than this, or a table of more bytes, is no archive of payloads. */
  static final int MOST_ENTRIES = 100_000;

  private static final int MOST_BYTES = 32 << 20;

  /**
   * One file in the archive.
   *
   * @param name as written, with {@code /}
   * @param method how it is compressed: 0 not at all, 8 deflated
   * @param compressed how many bytes it takes in the archive
   * @param size how many there are once it is decompressed, as the table says
   * @param offset of its local header
   */
  record Entry(
      String name,
      boolean encrypted,
      int method,
      long checksum,
      long compressed,
      long size,
      long offset) {

    boolean isFolder() {
      return name.endsWith("/");
    }
  }

  private static final int END = 0x06054B50;
  private static final int END_LENGTH = 22;
  private static final int END64 = 0x06064B50;
  private static final int END64_LENGTH = 56;
  private static final int LOCATOR64 = 0x07064B50;
  private static final int LOCATOR64_LENGTH = 20;
  private static final int ENTRY = 0x02014B50;
  private static final int ENTRY_LENGTH = 46;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int EXTRA64 = 1;
  private static final int ENCRYPTED = 1;
  private static final int UTF8 = 1 << 11;
  private static final long IN_EXTRA = 0xFFFF_FFFFL;

  /** Where the table stands, and by how much everything is shifted by what was put before it. */
  private record Table(long position, long length, long shift) {}

  private final FileChannel file;

  private ZipDirectory(FileChannel file) {
    this.file = file;
  }

  /**
   * The entries in the order of the table.
   *
   * @throws InputException if it is no zip file, is broken, or has too many entries
   */
  static List<Entry> read(Path archive) throws IOException {
    try (var file = FileChannel.open(archive)) {
      return new ZipDirectory(file).entries();
    }
  }

  private List<Entry> entries() throws IOException {
    var table = table();
    if (table.length() > MOST_BYTES) {
      throw tooMany();
    }
    file.position(table.position());
    var in = new BufferedInputStream(Channels.newInputStream(file), 1 << 16);
    var entries = new ArrayList<Entry>();
    long left = table.length();
    while (left > 0) {
      var fixed = bytes(in, ENTRY_LENGTH);
      int variable = unsigned(fixed, 28) + unsigned(fixed, 30) + unsigned(fixed, 32);
      left -= ENTRY_LENGTH + variable;
      if (fixed.getInt(0) != ENTRY || left < 0) {
        throw InflatedStream.broken("data");
      }
      if (entries.size() == MOST_ENTRIES) {
        throw tooMany();
      }
      entries.add(entry(fixed, bytes(in, variable), table.shift()));
    }
    return entries;
  }

  private static InputException tooMany() {
    return new InputException("archive-entries", Map.of("maximum", MOST_ENTRIES));
  }

  private Entry entry(ByteBuffer fixed, ByteBuffer variable, long shift) throws IOException {
    int flags = unsigned(fixed, 8);
    int nameLength = unsigned(fixed, 28);
    var name = new byte[nameLength];
    variable.get(name);
    long compressed = fixed.getInt(20) & IN_EXTRA;
    long size = fixed.getInt(24) & IN_EXTRA;
    long offset = fixed.getInt(42) & IN_EXTRA;
    if (compressed == IN_EXTRA || size == IN_EXTRA || offset == IN_EXTRA) {
      var large = extra(variable, nameLength, unsigned(fixed, 30));
      size = size == IN_EXTRA ? next(large) : size;
      compressed = compressed == IN_EXTRA ? next(large) : compressed;
      offset = offset == IN_EXTRA ? next(large) : offset;
    }
    // Compared so that no sum can overflow.
    if (compressed < 0 || size < 0 || offset < 0 || offset > file.size() - shift) {
      throw InflatedStream.broken("data");
    }
    return new Entry(
        name(name, (flags & UTF8) != 0),
        (flags & ENCRYPTED) != 0,
        unsigned(fixed, 10),
        fixed.getInt(16) & IN_EXTRA,
        compressed,
        size,
        offset + shift);
  }

  /** The field that holds the numbers which have no room in their own places. */
  private static ByteBuffer extra(ByteBuffer variable, int from, int length) throws IOException {
    int at = from;
    while (at + 4 <= from + length) {
      int size = unsigned(variable, at + 2);
      if (unsigned(variable, at) == EXTRA64 && at + 4 + size <= from + length) {
        return variable.slice(at + 4, size).order(ByteOrder.LITTLE_ENDIAN);
      }
      at += 4 + size;
    }
    throw InflatedStream.broken("data");
  }

  private static long next(ByteBuffer large) throws IOException {
    if (large.remaining() < Long.BYTES) {
      throw InflatedStream.broken("data");
    }
    return large.getLong();
  }

  /** Names are in UTF-8; old programs on Windows write those of the console's code page. */
  private static String name(byte[] bytes, boolean utf8) {
    var name = decoded(bytes, utf8);
    return name.replace('\\', '/');
  }

  private static String decoded(byte[] bytes, boolean utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      boolean console = !utf8 && Charset.isSupported("IBM850");
      return new String(bytes, console ? Charset.forName("IBM850") : StandardCharsets.ISO_8859_1);
    }
  }

  private Table table() throws IOException {
    long size = file.size();
    int length = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT);
    var tail = bytes(size - length, length);
    for (int at = length - END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == END && at + END_LENGTH + unsigned(tail, at + 20) <= length) {
        return table(tail, at, size - length + at);
      }
    }
    boolean begins = size >= 4 && bytes(0, 4).getInt(0) == ZipEntrySource.HEADER;
    throw InflatedStream.broken(begins ? "cut-off" : "not-zip");
  }

  private Table table(ByteBuffer tail, int at, long position) throws IOException {
    long length = tail.getInt(at + 12) & IN_EXTRA;
    long offset = tail.getInt(at + 16) & IN_EXTRA;
    long end = position;
    if (length == IN_EXTRA || offset == IN_EXTRA || unsigned(tail, at + 10) == 0xFFFF) {
      var locator = position < LOCATOR64_LENGTH ? null : bytes(position - 20, LOCATOR64_LENGTH);
      if (locator != null && locator.getInt(0) == LOCATOR64) {
        end = locator.getLong(8);
        var large = bytes(end, END64_LENGTH);
        if (large.getInt(0) != END64) {
          throw InflatedStream.broken("data");
        }
        length = large.getLong(40);
        offset = large.getLong(48);
      }
    }
    long start = end - length;
    if (length < 0 || start < 0 || offset < 0 || offset > start) {
      throw InflatedStream.broken("data");
    }
    return new Table(start, length, start - offset);
  }

  private ByteBuffer bytes(long position, int length) throws IOException {
    if (position < 0 || position > file.size() - length) {
      throw InflatedStream.broken("data");
    }
    var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, position + bytes.position()) < 0) {
        throw InflatedStream.broken("cut-off");
      }
    }
    return bytes.flip();
  }

  private static ByteBuffer bytes(InputStream in, int length) throws IOException {
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw InflatedStream.broken("cut-off");
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int unsigned(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }
}
