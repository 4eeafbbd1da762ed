package org.valida.resource;

/**
 * The resources as constants of a class, where they are such. Java finds a class in its archive of
 * classes without opening the jar, and opening the jar takes longer than judging a small payload.
 *
 * <p>This class has none. The build of the runnable jar puts another one in its place, made from
 * the resources in that jar.
 */
final class Packed {

  private Packed() {}

  /** The text of the resource with that absolute name; null if it is not here. */
  static String text(String name) {
    return null;
  }

  /** Whether the resource is a bundle of sentences that is here. */
  static boolean isBundle(String name) {
    return false;
  }

  /** The sentence of that bundle; null if there is none. */
  static String sentence(String bundle, String key) {
    return null;
  }
}
