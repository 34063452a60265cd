## The box for whatever people have.

bring-label = Paste or drop anything
bring-example = 300 nodes x 110 pods from 10.0.0.0/8
bring-read = Read
bring-help = A configuration, a folder, a dump (kubectl get … -o yaml), a command line, a log line, a code, an address, a link, or sizes. Enter reads a line, Ctrl+Enter several. Nothing changes before you say so.

brought-is-plan = this is your plan now; undo brings back what was here
narrowed = Full-width characters became ASCII.
