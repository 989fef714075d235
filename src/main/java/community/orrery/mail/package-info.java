/**
 * One message by SMTP, with the settings of the environment. It decides neither what is sent nor when, and a server that
 * fails is a value. Jakarta Mail stops here.
 */
@NullMarked
package community.orrery.mail;

import org.jspecify.annotations.NullMarked;
