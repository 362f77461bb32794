/**
 * Folders on servers, spoken to by SFTP, FTPS or FTP. Names, sizes and times of files flow in, then their contents, to a file of the hub's
 * machine; what flows out is where a file moves when it was read.
 */
package io.goldsmith.connect.file.remote;
