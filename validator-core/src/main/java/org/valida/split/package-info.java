/** Parts the clean records of a document from the others, byte for byte. */
package org.valida.split;
