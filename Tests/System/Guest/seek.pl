#!/usr/bin/perl
# Looks for bytes: seek.pl MARKERS PLACE... Each line of MARKERS is a name and bytes in hexadecimal digits. A PLACE is a file, a
# device, a directory with all files below it, or memory:PROCESS, every readable region of a process. Prints "NAME PLACE" for
# whatever is found; exit status 0 when nothing was, 1 when something was.
use strict;
use warnings;
no warnings "portable";
use File::Find;

my ($list, @places) = @ARGV;
my @markers;
open my $lines, '<', $list or die "$list: $!\n";
while (<$lines>) {
    my ($name, $digits) = split;
    die "$list: $name has no bytes\n" unless defined $digits and length $digits >= 16;
    push @markers, [ $name, pack('H*', $digits) ];
}
die "$list: no markers\n" unless @markers;
my $longest = 0;
for (@markers) { $longest = length $_->[1] if length $_->[1] > $longest }
my %found;
my $read = 0;

# Looks through one handle from where it stands, at most so many bytes; markers may lie across two pieces.
sub look {
    my ($handle, $place, $left) = @_;
    my $kept = '';
    while ($left > 0) {
        my $piece = '';
        my $wanted = $left < 1 << 20 ? $left : 1 << 20;
        my $got = sysread $handle, $piece, $wanted;
        last unless $got;
        $left -= $got;
        $read += $got;
        my $window = $kept . $piece;
        for (@markers) { $found{"$_->[0] $place"} = 1 if index($window, $_->[1]) >= 0 }
        $kept = substr $window, -$longest;
    }
}

sub look_into_file {
    my ($path) = @_;
    open my $file, '<:raw', $path or return;
    look($file, $path, 9e15);
}

sub look_into_memory {
    my ($process) = @_;
    open my $maps, '<', "/proc/$process/maps" or die "/proc/$process/maps: $!\n";
    open my $memory, '<:raw', "/proc/$process/mem" or die "/proc/$process/mem: $!\n";
    while (<$maps>) {
        my ($from, $to, $rights, $name) = /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)$/ or next;
        next unless $rights =~ /^r/ and $name !~ /^\[v(var|syscall|dso)/;
        sysseek $memory, hex $from, 0 or next;
        look($memory, $name ? "memory:$process:$name" : "memory:$process", hex($to) - hex($from));
    }
}

for my $place (@places) {
    if ($place =~ /^memory:(\d+)$/) { look_into_memory($1) }
    elsif (-d $place) { find({ no_chdir => 1, wanted => sub { look_into_file($_) if -f $_ and not -l $_ } }, $place) }
    elsif (-e $place) { look_into_file($place) }
    else { die "$place: there is no such place\n" }
}
print "$_\n" for sort keys %found;
printf STDERR "%d markers, %.1f MiB\n", scalar @markers, $read / 1048576;
exit(%found ? 1 : 0);
