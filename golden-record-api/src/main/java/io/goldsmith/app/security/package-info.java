/**
 * Who may do what. The users of the configuration and their sign-ins flow in; a session with roles, or a refusal, flows out.
 */
package io.goldsmith.app.security;
