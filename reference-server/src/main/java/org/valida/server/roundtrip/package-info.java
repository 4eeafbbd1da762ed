/** From payload files into a service and back through HTTP, compared value by value. */
package org.valida.server.roundtrip;
