/** A run over inputs: which files the user means, and how {@code valida.yaml} wants them judged. */
package org.valida.check;
