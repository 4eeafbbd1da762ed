package org.valida.bench.peer;

/** The least that Java can do: what a start of Java costs. */
public final class Hello {

  private Hello() {}

  public static void main(String[] args) {
    System.out.println("hello");
  }
}
