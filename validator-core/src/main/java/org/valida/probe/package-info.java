/** The go-live list: asks a running service of MCE-SIOPE and judges its answers. */
package org.valida.probe;
