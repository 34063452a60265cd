## Compare, and the way from one plan to another.

diff-other-title = Compared with
diff-keep = Compare with the plan as it is now
diff-other = The older plan, or what runs
diff-help = A plan, or anything that the box at the top reads: a kubeadm file, a dump, flags. It is the older one; the plan beside this view is the newer one.
diff-nothing = Paste what there is now, or keep the plan as it is and change it: what differs is listed here, how far it reaches, and the way there.
diff-too-long = A text of more than 1 MiB is compared on the command line: dualstack diff OLD NEW
diff-own-unusable = The plan beside this view gives nothing to compare:
diff-other-unusable = This text gives no plan to compare with:
diff-title = What differs
diff-half = If it is done half
diff-source = Source:
steps-title = The way there
steps-proof = Each step was tried on a model of the cluster: components start, nodes keep their blocks, Services that are there stay valid and new ones are taken.
step-title = Step { $number }
step-details = What to do, how to check it, how to go back
step-settings = Settings
step-commands = Commands
step-check = Check
step-notice = Users notice
step-back = Going back
