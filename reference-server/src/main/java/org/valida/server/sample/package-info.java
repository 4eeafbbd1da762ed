/** Payloads to begin with. */
package org.valida.server.sample;
