/** From payload files into the database: checked by Valida first, then read, then written. */
package org.valida.server.load;
