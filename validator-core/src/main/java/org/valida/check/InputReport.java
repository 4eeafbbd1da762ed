package org.valida.check;

/** Takes what is found in inputs, one after the other. */
interface InputReport extends InputListener {

  /** What comes now is found in this input. */
  void begin(Input input);

  /** All was found in it. */
  void end(Outcome outcome);
}
