/** Contracts as data: which there are, the rules they use, and the code tables they refer to. */
package org.valida.contract;
