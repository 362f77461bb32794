/**
 * Three business systems in processes of their own: a CRM (a database server), an ERP (files in folders) and accounting (an HTTP
 * service). The files of the generator flow in; what flows out is whatever an outsider can reach by JDBC, files and HTTP. Each ends
 * when its standard input is closed, so that no killed parent leaves an orphan, and none loses what it acknowledged when it is killed.
 */
package io.goldsmith.samples.landscape;
