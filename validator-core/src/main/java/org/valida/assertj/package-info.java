/** Assertions for users of AssertJ, which is an optional dependency. */
package org.valida.assertj;
