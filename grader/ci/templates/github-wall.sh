sudo apt-get update -qq
sudo apt-get install -y -qq --no-install-recommends bubblewrap
# Ubuntu 24.04 keeps programs without a profile of AppArmor from making namespaces,
# which is what bubblewrap builds its wall with. This machine lives for this job only.
if sysctl -n kernel.apparmor_restrict_unprivileged_userns > /dev/null 2>&1; then
  sudo sysctl -q -w kernel.apparmor_restrict_unprivileged_userns=0
fi
