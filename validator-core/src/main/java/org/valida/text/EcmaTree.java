package org.valida.text;

/**
 * A parsed pattern.
 *
 * @param groups how many capturing groups it has
 * @param references whether it refers back to a group
 * @param looks whether it looks ahead or behind
 */
record EcmaTree(EcmaNode root, int groups, boolean references, boolean looks) {

  /** Whether it is regular in the theory's sense, so that it can be matched in linear time. */
  boolean regular() {
    return !references && !looks;
  }
}
