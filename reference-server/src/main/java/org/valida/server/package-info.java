/** The reference implementation of the web service that a Tribunal de Contas has to build. */
package org.valida.server;
