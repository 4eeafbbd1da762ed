package org.valida.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** One of {@link WholeFiles}, while it is written. */
public final class WholeFile {

  private static final int BUFFER = 1 << 16;
  private static final Set<PosixFilePermission> OF_OWNER =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Set<PosixFilePermission> OF_GROUP =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE);

  private final Path target;
  private final Path temporary;
  private final boolean likewise;
  private final FileChannel channel;
  private final WatchedOutput output;
  private final OutputStream stream;
  private boolean finished;

  private WholeFile(Path target, Path temporary, boolean likewise, FileChannel channel) {
    this.target = target;
    this.temporary = temporary;
    this.likewise = likewise;
    this.channel = channel;
    this.output = new WatchedOutput(Channels.newOutputStream(channel));
    this.stream = new BufferedOutputStream(output, BUFFER);
  }

  static WholeFile beside(Path target, WholeFiles.Access access) throws IOException {
    boolean replaces = Files.exists(target);
    boolean likewise = access == WholeFiles.Access.AS_BEFORE && replaces;
    boolean hidden = access == WholeFiles.Access.OWNER || replaces;
    var temporary = nameBeside(target);
    var channel = FileChannel.open(temporary, CREATED, attributes(target, hidden));
    return new WholeFile(target, temporary, likewise, channel);
  }

  private static final Set<StandardOpenOption> CREATED =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private static FileAttribute<?>[] attributes(Path target, boolean hidden) {
    boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix && hidden
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OF_OWNER)}
        : new FileAttribute<?>[0];
  }

  /** A hidden name that nothing left behind has, and that is no longer than a name may be. */
  static Path nameBeside(Path target) {
    return target.toAbsolutePath().resolveSibling(".valida-" + UUID.randomUUID() + ".tmp");
  }

  /** The place it is meant for. */
  public Path target() {
    return target;
  }

  /** Where it stands meanwhile. */
  public Path temporary() {
    return temporary;
  }

  /** What it will hold. */
  public OutputStream stream() {
    return stream;
  }

  /** Whether something could not be written. */
  public boolean failed() {
    return output.failure().isPresent();
  }

  /**
   * Brings all of it to the disk and closes it.
   *
   * @throws IOException if that cannot be done
   */
  public void finish() throws IOException {
    if (finished) {
      return;
    }
    stream.flush();
    channel.force(true);
    channel.close();
    if (likewise) {
      likewise(target, temporary);
    }
    finished = true;
  }

  void close() throws IOException {
    channel.close();
  }

  void forget() throws IOException {
    Files.deleteIfExists(temporary);
  }

  private static void likewise(Path model, Path file) throws IOException {
    var from = Files.getFileAttributeView(model, PosixFileAttributeView.class);
    var to = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (from != null && to != null) {
      likewise(from, to);
    }
  }

  /** Gives a file the permissions of another, and its group where that is allowed. */
  static void likewise(PosixFileAttributeView from, PosixFileAttributeView to) throws IOException {
    var attributes = from.readAttributes();
    var permissions = new HashSet<>(attributes.permissions());
    try {
      to.setGroup(attributes.group());
    } catch (IOException e) {
      // Only a member of a group may give a file to it. What it may do, no other group may.
      permissions.removeAll(OF_GROUP);
    }
    to.setPermissions(permissions);
  }
}
