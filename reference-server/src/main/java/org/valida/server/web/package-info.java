/** HTTP: the routes, what they refuse, and how they say so. */
package org.valida.server.web;
