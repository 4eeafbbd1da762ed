/**
 * What must not be shown: recognising CPF and NIS, and masking personal values before anything else
 * can see them.
 */
package org.valida.privacy;
