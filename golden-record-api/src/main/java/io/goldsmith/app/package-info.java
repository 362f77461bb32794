/**
 * The product's executable. A hub's folder flows in; an open hub ({@link io.goldsmith.app.HubRuntime}) and, where it is served, a web
 * server for stewards and machines ({@link io.goldsmith.app.ConsoleServer}) flow out.
 */
package io.goldsmith.app;
