/** Where the data are: the database, what is read from it, what is written into it. */
package org.valida.server.store;
